import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Look } from '@/domain/look/look'
import { allTemplates, createLookByName } from '@/templates/all-templates'
import { lazySectionLoader } from '@/templates/load-lazy-sections'
import { LookView } from '@/templates/look-view'
import { hostile } from '../server/generated/requests/unusual-texts'
import { sampleContext, sampleProduct, sampleShop } from './sample-shop'

jest.mock('@tarojs/components', () => jest.requireActual('./taro-components'))

/** Names of the settings that hold text written by an owner. */
const WRITTEN = new Set('title text words village season hours rest holder number wechat'.split(' '))

/** Renders a shop whose every text field contains the given text. */
function pageOf(template: string, text: string): string {
  const look = createLookByName(template) as Look
  const titled = {
    ...look,
    sections: look.sections.map((section) => ({
      ...section,
      settings: Object.fromEntries(
        Object.entries(section.settings).map(([key, value]) => [key, WRITTEN.has(key) ? text : value]),
      ),
    })),
  }
  const shop = { ...sampleShop, name: text, place: text, notice: text, pickupPlace: text }
  const skus = [
    { id: 'sku-1', label: text, price: 2500, stock: 10 },
    { id: 'sku-2', label: `${text}2`, price: 3500, stock: 10 },
  ]
  const products = [
    sampleProduct(1, { name: text, unit: text, category: text, note: text, skus }),
    sampleProduct(2, { name: text, category: `${text}2` }),
  ]
  return renderToStaticMarkup(
    <LookView look={titled} shop={shop} products={products} context={sampleContext()} />,
  )
}

/** Returns the tags of a page with empty attribute values and without text. */
const skeletonOf = (page: string) =>
  [...page.matchAll(/<\/?[a-z][^>"]*(?:"[^"]*"[^>"]*)*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'))

beforeAll(() => lazySectionLoader.load())

describe.each(allTemplates.map(({ name }) => name))('LookView of %s', (name) => {
  const plain = () => pageOf(name, '样品')

  it.each(Object.entries(hostile))('renders %s as plain text', (_, text) => {
    const page = pageOf(name, text)
    expect(skeletonOf(page).length).toBeGreaterThan(20)
    expect(skeletonOf(page)).toEqual(skeletonOf(plain()))
    for (const [, address] of page.matchAll(/(?:href|src|action|style)="([^"]*)"/g))
      expect(address).not.toMatch(/javascript:|onerror|expression\(/i)
  })
})

/** Matches APIs that can turn text into elements, scripts or addresses. */
const UNSAFE_APIS =
  /dangerouslySetInnerHTML|\bRichText\b|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bWebView\b|\beval\(|new Function|window\.open|location\.(?:assign|replace)\(|location\.href\s*=(?!=)|\bhref=/

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Sources that lead elsewhere, to addresses that no shop's texts are part of. */
const LEADING_ELSEWHERE = [
  // in demo worlds only: to a path of the story, and home after a reset
  'src/demo-player/act.ts',
  'src/demo-player/player.ts',
  // the sites of a demo world, whose addresses the server names
  'src/platform/frames/open-site.h5.ts',
  // the till of a payment service, whose address it checks to be a page
  'src/platform/payment/payment.h5.ts',
]

test('client sources use no API that turns text into elements, scripts or addresses', () => {
  const files = sources('src')
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((file) => UNSAFE_APIS.test(readFileSync(file, 'utf8')))).toEqual(LEADING_ELSEWHERE)
})
