import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { missingSectionFiles } from '../../scripts/lib/section-folders.mjs'

// imports no registry, which would not load without one of the files

describe('section folder', () => {
  it('contains every file of a section', () => {
    expect(missingSectionFiles('src')).toEqual([])
  })
})

describe('missingSectionFiles', () => {
  let root: string
  const sections = () => path.join(root, 'templates/sections')
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kz-sections-'))
    cpSync('src/templates/sections/story', path.join(sections(), 'story'), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('accepts a complete folder', () => {
    expect(missingSectionFiles(root)).toEqual([])
  })

  it.each([
    ['sample.ts', 'settings with which buyers see something'],
    ['miniature.ts', '`linesOfText` of miniature/strokes.ts will do'],
    ['setting-words.ts', 'its title, its purpose and the names of its settings'],
    ['schema.ts', 'the schema of its settings'],
  ])('names the missing file %s and its purpose', (file, purpose) => {
    rmSync(path.join(sections(), 'story', file))
    const [message, ...others] = missingSectionFiles(root)
    expect(message).toContain(`templates/sections/story/${file} is missing; add `)
    expect(message).toContain(purpose)
    expect(others).toEqual([])
  })

  it('reports a folder whose name is not a section kind', () => {
    renameSync(path.join(sections(), 'story'), path.join(sections(), 'OurStory'))
    expect(missingSectionFiles(root)).toEqual([expect.stringContaining('OurStory: rename the folder')])
  })
})
