/** Checks that a key can be read. @throws Error that names its field and quotes nothing. */
export function checkKey(path: string, read: () => unknown): void {
  try {
    read()
  } catch {
    throw new Error(`${path} is no key`)
  }
}
