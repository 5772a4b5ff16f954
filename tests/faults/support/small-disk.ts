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

const mount = (...more: string[]) => execFileSync('mount', more, { stdio: 'pipe' })

/** Mounts a disk in memory; returns `undefined` when the user may not mount one. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-disk-'))
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  } catch {
    rmdirSync(folder)
    return undefined
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

/** Returns true when the user may mount a small disk. */
export function canMountSmallDisk(): boolean {
  const disk = mountSmallDisk(1)
  disk?.dispose()
  return disk !== undefined
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
