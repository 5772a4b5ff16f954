/** The oldest Node that everything here runs on. */
const [MAJOR, MINOR] = [20, 19]

/** What to tell a person whose Node is too old; `undefined` when it is not. */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return undefined
  return `Node ${version} is too old: Kaizhang needs Node ${MAJOR}.${MINOR} or newer. Get it at https://nodejs.org.`
}
