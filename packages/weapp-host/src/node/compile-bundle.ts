import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { AppJson, ComponentJson, WeappBundle } from '../shared/types'
import { compileWxss } from './compile-wxss'

interface TemplateWarning {
  isError: boolean
  path: string
  startLine: number
  startColumn: number
  message: string
}

const formatWarning = (warning: TemplateWarning) =>
  `${warning.path}.wxml:${warning.startLine + 1}:${warning.startColumn + 1} ${warning.message}`

/** Adapts WXS to JavaScript: modules are registered without their extension, and `constructor` is a type's name. */
const toScript = (wxs: string) =>
  wxs.replace(/(\brequire\(\s*(['"])[^'"]+)\.wxs\2/g, '$1$2').replace(/\.constructor\b/g, '.constructor.name')

/** Adapts the WXS inside a template. */
const withScripts = (wxml: string) =>
  wxml.replace(
    /(<wxs\b[^>]*[^/>]>)([\s\S]*?)(<\/wxs>)/g,
    (_, open, wxs, close) => open + toScript(wxs) + close,
  )

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

/** Reads a built mini-program and compiles its WXML with glass-easel's compiler and its WXSS with PostCSS. */
export function compileBundle(folder: string): WeappBundle {
  const root = path.resolve(folder)
  if (!existsSync(path.join(root, 'app.json')))
    throw new Error(`No mini-program in ${root}: app.json is missing`)
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const bundle: WeappBundle = {
    app: JSON.parse(read('app.json')) as AppJson,
    json: {},
    js: {},
    wxss: {},
    templates: '',
    warnings: [],
  }
  const group = new TmplGroup()
  const compileByExtension: Record<string, (base: string, file: string) => void> = {
    '.js': (_base, file) => {
      bundle.js[file] = read(file)
    },
    '.json': (base, file) => {
      if (base !== 'app') bundle.json[base] = JSON.parse(read(file)) as ComponentJson
    },
    '.wxss': (base, file) => {
      bundle.wxss[base] = compileWxss(root, file)
    },
    '.wxs': (base, file) => group.addScript(base, toScript(read(file))),
    '.wxml': (base, file) => {
      const warnings = group.addTmpl(base, withScripts(read(file))) as TemplateWarning[]
      bundle.warnings.push(...warnings.map(formatWarning))
    },
  }
  for (const file of listFiles(root)) {
    const extension = path.extname(file)
    compileByExtension[extension]?.(file.slice(0, -extension.length), file)
  }
  bundle.templates = group.getTmplGenObjectGroups()
  group.free()
  return bundle
}
