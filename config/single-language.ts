import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const SOURCE_LANGUAGE = 'zh-CN'

/**
 * Returns, while no other language exists, the files of the source language by the generated modules that would choose one.
 * Builds replace the modules by these files, so that they do not carry the choice.
 * @param root folder of the sources
 */
export function singleLanguageAliases(root: string): Map<string, string> {
  const entries = readdirSync(path.join(root, 'locales'), { withFileTypes: true })
  if (entries.some((entry) => entry.isDirectory() && entry.name !== SOURCE_LANGUAGE)) return new Map()
  const sections = path.join(root, 'templates/sections')
  const folders = [
    path.join(root, 'locales'),
    ...readdirSync(sections).map((kind) => path.join(sections, kind)),
  ]
  const files = folders.flatMap((folder) => {
    const source = path.join(folder, SOURCE_LANGUAGE)
    if (!existsSync(source)) return []
    return readdirSync(source).map((name): [string, string] => [
      path.join(folder, name),
      path.join(source, name),
    ])
  })
  return new Map(files.filter(([module]) => existsSync(module)))
}
