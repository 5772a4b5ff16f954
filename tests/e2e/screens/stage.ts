import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { H5Phone } from '../phone/h5-phone'
import type { Screen } from '../phone/phone'
import type { DemoShop, DemoWorld } from './demo-world'
import { faultsOf, watchConsole } from './faults'

/** A page at rest: nothing is loading, no picture is missing, no transition runs. */
export async function settle(phone: H5Phone) {
  await phone.page.waitForLoadState('networkidle').catch(() => undefined)
  await phone.page.waitForFunction(
    () =>
      [...document.images].every((image) => image.complete || image.loading === 'lazy') &&
      document.querySelector('.skeleton') === null,
  )
  await phone.page.waitForTimeout(400)
}

/** How high a window would have to be to show the page without scrolling. */
const fullHeight = (phone: H5Phone) =>
  phone.page.evaluate(() => {
    const pages = [...document.querySelectorAll('.taro_page')]
    return Math.max(innerHeight, ...pages.map((page) => page.scrollHeight))
  })

/** One width at which every screen is taken. */
export class Stage {
  /** What is wrong with a screen, by its name. */
  readonly faults: string[] = []

  constructor(
    private readonly browser: Browser,
    private readonly world: DemoWorld,
    readonly screen: Screen,
    private readonly folder: string,
  ) {
    mkdirSync(folder, { recursive: true })
  }

  get origin() {
    return this.world.origin
  }

  /** The demo shop whose name holds these characters. */
  shop(part: string): DemoShop {
    const found = this.world.shops().find(({ name }) => name.includes(part))
    if (!found) throw new Error(`no demo shop is called ${part}`)
    return found
  }

  /** Somebody who was never here. */
  async phone(): Promise<H5Phone> {
    const phone = await H5Phone.start(this.browser, this.origin, this.screen)
    watchConsole(phone.page, (fault) => this.note(fault))
    return phone
  }

  private note(fault: string) {
    this.faults.push(`${this.screen.width} ${fault}`)
  }

  /** Takes what is on screen; `whole` takes the page down to its end as well. */
  async take(phone: H5Phone, name: string, { whole = false } = {}) {
    await settle(phone)
    await phone.screenshot(path.join(this.folder, `${name}.png`))
    for (const fault of await faultsOf(phone.page)) this.note(`${name}: ${fault}`)
    if (whole) await this.takeWhole(phone, path.join(this.folder, `${name}-whole.png`))
  }

  /** A window as high as its page: pages scroll inside, so the browser's own full picture shows no more. */
  private async takeWhole(phone: H5Phone, file: string) {
    const height = await fullHeight(phone)
    if (height <= this.screen.height) return
    await phone.page.setViewportSize({ width: this.screen.width, height })
    await settle(phone)
    await phone.screenshot(file)
    await phone.page.setViewportSize(this.screen)
  }
}
