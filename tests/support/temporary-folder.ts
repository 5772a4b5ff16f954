import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Returns a folder that is removed after the tests of a file. */
export function folderPerFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Returns a folder that is empty at the start of each test. */
export function folderPerTest(): string {
  const folder = folderPerFile()
  beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true })
  })
  return folder
}
