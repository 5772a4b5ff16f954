import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

export const INSTALL_POSTGRES = 'apt-get install -y postgresql pgbouncer'

const DEBIAN = '/usr/lib/postgresql'

/** Returns the folders to search: Debian installs each PostgreSQL version outside of PATH. */
function programFolders(): string[] {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  const debian = versions.sort((a, b) => Number(b) - Number(a)).map((version) => `${DEBIAN}/${version}/bin`)
  return [...debian, ...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
}

/** Returns the path of a PostgreSQL program or of pgbouncer; throws with the install command when it is missing. */
export function programOf(name: string): string {
  const found = programFolders()
    .map((folder) => path.join(folder, name))
    .find(existsSync)
  if (found) return found
  throw new Error(`The tests need PostgreSQL and found no ${name}. Install it:\n  ${INSTALL_POSTGRES}`)
}
