import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { compileWxss } from './compile-wxss'
import type { AppJson, ComponentJson, WeappBundle } from './host-types'

interface TemplateWarning {
  isError: boolean
  path: string
  startLine: number
  startColumn: number
  message: string
}

const describe = (warning: TemplateWarning) =>
  `${warning.path}.wxml:${warning.startLine + 1}:${warning.startColumn + 1} ${warning.message}`

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

/** Reads a built mini-program folder and compiles its WXML and WXSS with the compilers of glass-easel and PostCSS. */
export function compileBundle(dist: string): WeappBundle {
  const folder = path.resolve(dist)
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')
  const bundle: WeappBundle = {
    app: JSON.parse(read('app.json')) as AppJson,
    json: {},
    js: {},
    wxss: {},
    templates: '',
    warnings: [],
  }
  const group = new TmplGroup()
  const compile: Record<string, (base: string, file: string) => void> = {
    '.js': (_base, file) => {
      bundle.js[file] = read(file)
    },
    '.json': (base, file) => {
      if (base !== 'app') bundle.json[base] = JSON.parse(read(file)) as ComponentJson
    },
    '.wxss': (base, file) => {
      bundle.wxss[base] = compileWxss(folder, file)
    },
    '.wxs': (base, file) => group.addScript(base, read(file)),
    '.wxml': (base, file) => {
      const warnings = group.addTmpl(base, read(file)) as TemplateWarning[]
      bundle.warnings.push(...warnings.map(describe))
    },
  }
  for (const file of filesIn(folder)) {
    const extension = path.extname(file)
    compile[extension]?.(file.slice(0, -extension.length), file)
  }
  bundle.templates = group.getTmplGenObjectGroups()
  group.free()
  return bundle
}
