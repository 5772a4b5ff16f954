import { mkdirSync } from 'node:fs'
import { H5Phone } from '../phone/h5-phone'
import { type Phone, SCREENS } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'
import { expect } from '../test'

const FOLDER = 'dist/troubles'

/** Photographs the screen at two sizes and expects no horizontal overflow. */
export async function takePicture(phone: Phone, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const page =
    phone instanceof H5Phone ? phone.page : phone instanceof WeappPhone ? phone.app.page : undefined
  const before = page?.viewportSize()
  for (const screen of [SCREENS.small, SCREENS.phone]) {
    await page?.setViewportSize(screen)
    await phone.screenshot(`${FOLDER}/${name}-${phone.kind}-${screen.width}.png`)
    const wide = await page?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([name, screen.width, wide]).toEqual([name, screen.width, 0])
  }
  if (before) await page?.setViewportSize(before)
}
