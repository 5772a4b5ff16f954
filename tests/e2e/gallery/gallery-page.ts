import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin, stop } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { compile } from 'sass'
import { waitForIdle } from '../audit/page-idle'
import { applyViewport } from '../audit/viewport'
import type { GalleryWindow } from './in-page/entry'
import { drawingNames, type GalleryView, photoKinds, type StateName } from './in-page/states'
import { drawingUri, photoUri } from './photos'

const styles: Plugin = {
  name: 'styles',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.scss$/ }, ({ path: file }) => ({ contents: compile(file).css, loader: 'css' })),
}

/** Bundles what a script of the gallery draws, of the program in this folder, with its styles. `as` is the global for its exports. */
export async function bundleGallery(
  root: string,
  entry = 'entry.tsx',
  as = 'gallery',
): Promise<{ script: string; css: string }> {
  const result = await build({
    absWorkingDir: root,
    tsconfig: path.join(root, 'tsconfig.json'),
    entryPoints: [path.join(root, 'tests/e2e/gallery/in-page', entry)],
    outdir: path.join(root, 'dist/gallery'),
    bundle: true,
    write: false,
    format: 'iife',
    globalName: as,
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    // as for the server's first screen: without a network or router
    alias: {
      '@tarojs/components': path.join(root, 'server/first-paint/components.ts'),
      '@tarojs/taro': path.join(root, 'server/first-paint/taro.ts'),
    },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.TARO_ENV': '"h5"', API_BASE: '""' },
    resolveExtensions: ['.h5.ts', '.h5.tsx', '.ts', '.tsx', '.mjs', '.js', '.json'],
    plugins: [styles],
    logLevel: 'error',
  })
  // esbuild's service process would keep the tests from ending
  await stop()
  const text = (end: string) => result.outputFiles.find(({ path: file }) => file.endsWith(end))?.text ?? ''
  return { script: text('.js'), css: text('.css') }
}

/** A browser page that shows templates in any state. */
export class GalleryPage {
  private constructor(
    readonly page: Page,
    readonly templates: readonly string[],
    readonly states: readonly StateName[],
    private readonly arts: Record<string, string>,
  ) {}

  /** `root` is the folder of a release whose templates are shown instead of today's. */
  static async open(browser: Browser, scale = 1, root = path.resolve('.')): Promise<GalleryPage> {
    const [{ script, css }, { compile }] = await Promise.all([bundleGallery(root), import('sass')])
    const page = await browser.newPage({ deviceScaleFactor: scale })
    const taro = readFileSync('node_modules/@tarojs/components-react/dist/index.css', 'utf8')
    const site = compile(path.join(root, 'src/app.scss')).css
    await page.setContent(
      `<!doctype html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width"><title>开张</title><style>${taro}${site}${css}</style></head><body><main id="app"></main></body></html>`,
    )
    await page.evaluate(script)
    const { templates, states } = await page.evaluate(async () => {
      const { __gallery } = window as unknown as GalleryWindow
      await __gallery.ready()
      return { templates: __gallery.templates, states: __gallery.states }
    })
    const drawings = drawingNames().map((name) => [name, drawingUri(name)] as const)
    const photos = drawingNames().flatMap((name) =>
      photoKinds.map(async (kind) => [`${name} ${kind}`, await photoUri(name, kind)] as const),
    )
    const arts = Object.fromEntries([...drawings, ...(await Promise.all(photos))])
    return new GalleryPage(page, templates, states, arts)
  }

  async show(template: string, state: StateName, goodsOf = template) {
    await this.page.evaluate(
      ([name, how, arts, lent]) => (window as unknown as GalleryWindow).__gallery.show(name, how, arts, lent),
      [template, state, this.arts, goodsOf] as const,
    )
    await waitForIdle(this.page)
  }

  /** Shows a template on a page as of the storefront, with a place for the basket. */
  async showPage(template: string, state: StateName) {
    await this.page.evaluate(
      ([name, how, arts]) => (window as unknown as GalleryWindow).__gallery.showPage(name, how, arts),
      [template, state, this.arts] as const,
    )
    await waitForIdle(this.page)
  }

  /** Shows a stored look. `arts` are image URLs by name. */
  async showLook(view: GalleryView, arts: Record<string, string>) {
    await this.page.evaluate(
      ([shown, images]) => (window as unknown as GalleryWindow).__gallery.showLook(shown, images),
      [view, arts] as const,
    )
    await waitForIdle(this.page)
  }

  /** Sets the window width and the text scale. */
  async look(width: number, type: 1 | 2) {
    await applyViewport(this.page, { width, height: width * 2, type })
    await waitForIdle(this.page)
  }
}
