import { once } from 'node:events'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'

/** Texts of the HTML that a server sends, in their order. */
async function textsOf(browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  try {
    const page = await context.newPage()
    await page.goto(url)
    return await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: string[] = []
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent?.trim()
        if (text && !walker.currentNode.parentElement?.closest('script, style')) texts.push(text)
      }
      return texts
    })
  } finally {
    await context.close()
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * Serves the words of a storefront without scripts, styles and pictures, compressed, from a bare node:http server: no
 * page with these words is painted sooner. Texts with a sum are its prices, as the probe of paints finds them.
 */
export async function startBarePage(browser: Browser, storefront: string) {
  const [name = '', ...texts] = await textsOf(browser, storefront)
  const lines = texts.map((text) => `<p${/\d/.test(text) ? ' class="price"' : ''}>${escaped(text)}</p>`)
  const html = gzipSync(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(name)}</title><div role="heading" aria-level="1">${escaped(name)}</div>${lines.join('')}</html>`,
  )
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'content-length': html.length,
    })
    response.end(html)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${Object(server.address()).port}/`, close: () => server.close() }
}
