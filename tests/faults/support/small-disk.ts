import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface SmallDisk {
  folder: string
  /** Fills the disk to the last byte. */
  fill(): void
  /** Frees the space again. */
  free(): void
  /** Makes the disk read-only or writable. */
  readOnly(on: boolean): void
  dispose(): void
}

const mount = (...more: string[]) => execFileSync('mount', more, { stdio: 'pipe', env: process.env })

/** Mounts a disk in memory. Throws when the user may not mount one. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-disk-'))
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  } catch (error) {
    rmdirSync(folder)
    throw new Error(`A small disk cannot be mounted: ${(error as Error).message}`)
  }
  const ballast = path.join(folder, 'ballast')
  return {
    folder,
    fill: () => fillUp(ballast),
    free: () => rmSync(ballast, { force: true }),
    readOnly: (on) => mount('-o', `remount,${on ? 'ro' : 'rw'}`, folder),
    dispose() {
      execFileSync('umount', [folder], { stdio: 'pipe' })
      rmdirSync(folder)
    },
  }
}

/** True if tests with a small disk run. Where none can be mounted they fail in CI, and elsewhere are skipped with a notice. */
export function hasSmallDisk(): boolean {
  if (process.env.CI === 'true') return true
  try {
    mountSmallDisk(1).dispose()
    return true
  } catch (error) {
    process.stderr.write(`Tests of full disks are skipped: ${(error as Error).message}\n`)
    return false
  }
}

/** Writes until no byte fits, since other processes write meanwhile. */
function fillUp(file: string) {
  const handle = openSync(file, 'w')
  try {
    for (let size = 1 << 20; size >= 1; ) {
      try {
        if (writeSync(handle, Buffer.alloc(size)) === 0) size >>= 1
      } catch {
        size >>= 1
      }
    }
  } finally {
    closeSync(handle)
  }
}
