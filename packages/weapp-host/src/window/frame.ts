import { allPages, pageWindow, tabPages } from '../shared/app-config'
import { BASE_STYLE } from './base-style'
import { rpxToPx, vhBelowTitleBar } from './css-units'
import type { Host } from './host-types'

const FRAME = `<div id="wx-nav"><button class="wx-nav__back" hidden>‹</button><span class="wx-nav__title"></span></div>
<div id="wx-pages"></div><div id="wx-tabs" hidden></div><div id="wx-ui"></div>`

function addStyle(host: Host, css: string, name: string): HTMLStyleElement {
  const style = host.window.document.createElement('style')
  style.setAttribute('data-wxss', name)
  style.textContent = vhBelowTitleBar(rpxToPx(css, host.window.innerWidth))
  host.window.document.head.appendChild(style)
  return style
}

/** Adds all styles. Those of a page apply only while it is on top, because each page is a separate view in WeChat. */
function addStyles(host: Host): Map<string, HTMLStyleElement> {
  const { app, ...others } = host.bundle.wxss
  addStyle(host, BASE_STYLE, 'base')
  if (app) addStyle(host, app, 'app')
  const styleByPage = new Map<string, HTMLStyleElement>()
  for (const [path, css] of Object.entries(others)) {
    const style = addStyle(host, css, path)
    if (allPages(host.bundle.app).includes(path)) styleByPage.set(path, style)
  }
  return styleByPage
}

function fillTabs(host: Host, tabs: HTMLElement) {
  for (const tab of host.bundle.app.tabBar?.list ?? []) {
    const item = host.window.document.createElement('div')
    item.textContent = tab.text
    item.addEventListener('click', () => {
      host.router.switchTab({ url: `/${tab.pagePath.replace(/^\//, '')}` }).catch(host.fail)
    })
    tabs.appendChild(item)
  }
}

const findPart = (document: Document, selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`the frame has no ${selector}`)
  return found
}

/** Creates the title bar, the tab bar and the container of the pages. Returns the function that updates them. */
export function createWindowFrame(host: Host): () => void {
  const { document } = host.window
  const pageStyles = addStyles(host)
  document.body.innerHTML = FRAME
  const nav = findPart(document, '#wx-nav')
  const tabs = findPart(document, '#wx-tabs')
  const back = findPart(document, '.wx-nav__back')
  const title = findPart(document, '.wx-nav__title')
  back.addEventListener('click', () => {
    host.router.navigateBack().catch((error: Error) => error.message === 'cancel' || host.fail(error))
  })
  fillTabs(host, tabs)

  return () => {
    const page = host.pages.top()
    nav.hidden = pageWindow(host.bundle, page.route).navigationStyle === 'custom'
    nav.style.background = page.bar.background
    nav.style.color = /^(white|#fff(fff)?)$/i.test(page.bar.text) ? '#fff' : '#000'
    title.textContent = page.bar.title
    document.title = page.bar.title
    back.hidden = host.pages.list().length < 2
    tabs.hidden = !tabPages(host.bundle.app).includes(page.route)
    for (const [route, style] of pageStyles) style.media = route === page.route ? 'all' : 'not all'
    for (const other of host.pages.list()) other.element.style.display = other === page ? '' : 'none'
  }
}
