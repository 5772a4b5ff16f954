import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** The files that every section has, with the purpose of each. */
const REQUIRED_FILES = {
  'settings.ts': 'the name of its settings’ type, their defaults and its placement',
  'schema.ts': 'the schema of its settings, for the server and the editor',
  'section.tsx': 'the component that buyers see',
  'miniature.ts': 'its drawing in the pictures of templates; `linesOfText` of miniature/strokes.ts will do',
  'sample.ts': 'settings with which buyers see something; tests render the section with them',
  'setting-words.ts': 'its title, its purpose and the names of its settings in the editor',
}

/** The kinds of sections: the names of their folders. @param {string} root folder of the sources */
export const sectionKindsIn = (root) =>
  readdirSync(path.join(root, 'templates/sections'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

/** True if a section's folder has a file. @param {string} root @param {string} kind @param {string} file */
export const hasFile = (root, kind, file) => existsSync(path.join(root, 'templates/sections', kind, file))

/** Returns the errors in the folders of sections, one sentence each. @param {string} root folder of the sources */
export function missingSectionFiles(root) {
  return sectionKindsIn(root).flatMap((kind) => [
    ...(/^[a-z]+(-[a-z]+)*$/.test(kind)
      ? []
      : [
          `templates/sections/${kind}: rename the folder; a kind consists of lower-case words joined by hyphens`,
        ]),
    ...Object.entries(REQUIRED_FILES)
      .filter(([file]) => !hasFile(root, kind, file))
      .map(([file, purpose]) => `templates/sections/${kind}/${file} is missing; add ${purpose}`),
  ])
}
