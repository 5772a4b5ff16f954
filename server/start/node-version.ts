const [MAJOR, MINOR] = [20, 19]

/** Returns a message when this Node version is too old; `undefined` otherwise. */
export function checkNodeVersion(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return undefined
  return `Node ${version} is too old: Kaizhang needs Node ${MAJOR}.${MINOR} or newer. Get it at https://nodejs.org.`
}
