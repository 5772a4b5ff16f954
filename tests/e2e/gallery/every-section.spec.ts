import type { Look, PlacedSection } from '@/domain/look/look'
import type { Photo } from '@/domain/photo'
import type { Storefront } from '@/features/storefront/use-storefront'
import { decorateWords as words } from '@/locales/look/decorate'
import { consentWords } from '@/locales/person/consent'
import type { SectionKind } from '@/templates/generated/section-kinds'
import { sectionSamples } from '@/templates/generated/section-samples'
import { sectionKinds, sectionSchemas } from '@/templates/generated/section-schemas'
import { sectionSettingWords } from '@/templates/generated/section-setting-words'
import { picture } from '../../server/support/pictures'
import { newId } from '../../support/api-client'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import { visitShop } from '../journey/buyer'
import { createTestEnvironment, KINDS, type TestEnvironment } from '../journey/test-environment'
import { LONG_RUN } from '../long-run'
import type { InspectablePhone } from '../phone/phone'
import { changeSettings, signIn } from '../screens/api'
import { expect, test } from '../test'

/** Adds every kind of section as a seller does and views it as a buyer, in each build. */

const NAME = '青山小店'
const NOTICE = '满三十块送到村口'
const GOODS = ['核桃', '土蜂蜜', '柿饼', '花椒'].map((name, at) => ({
  ...{ id: newId(), name, unit: '斤', photos: [], onSale: true, category: at % 2 ? '山货' : '干果' },
  skus: [{ id: newId(), price: 2500 + at, stock: 9 }],
}))

const titleOf = (kind: SectionKind) => `样${sectionKinds.indexOf(kind)}`
const settingsOf = (kind: SectionKind) => {
  const { defaults } = sectionSchemas[kind]
  return {
    ...defaults,
    ...('title' in defaults ? { title: titleOf(kind) } : {}),
    ...sectionSamples[kind].settings,
  }
}

type Last = (kind: SectionKind) => PlacedSection | undefined

const photosOf = (section: PlacedSection | undefined) => (section?.settings.photos ?? []) as Photo[]

// the gallery shows every section on H5
for (const on of KINDS)
  test.describe(`every section on ${on}`, LONG_RUN, () => {
    // the tests publish what the first one adds
    test.describe.configure({ mode: 'serial' })
    let environment: TestEnvironment
    let phone: InspectablePhone
    let shopId: string
    let slug: string

    test.beforeAll(async ({ browser, sharedServer }) => {
      environment = await createTestEnvironment(on, browser, sharedServer)
      phone = await environment.phone()
      await signIn(phone)
      await phone.open(environment.homePath)
      shopId = newId()
      const opening = { trade: 'nuts', template: 'plain', products: GOODS, name: NAME, place: '陇南成县' }
      slug = (await phone.request<{ slug: string }>('PUT', `/api/shops/${shopId}`, opening)).slug
      await changeSettings(phone, shopId, { notice: NOTICE })
    })
    test.afterAll(async () => {
      expect(await phone.errors()).toEqual([])
      await environment.close()
    })

    const draftOf = async () =>
      (await phone.request<{ draft: Look }>('GET', `/api/shops/${shopId}/look`)).draft

    const lastIn = (draft: Look): Last => {
      const sections = [...draft.sections].reverse()
      return (kind) => sections.find((section) => section.kind === kind)
    }
    /** Polls the draft until its last section of each kind fits; saving is debounced. */
    async function waitForLast(fits: (last: Last) => boolean): Promise<Last> {
      for (const end = Date.now() + WAIT_TIMEOUT_MS; ; await phone.page.waitForTimeout(100)) {
        const last = lastIn(await draftOf())
        if (fits(last) || Date.now() > end) return last
      }
    }

    test('can be added, edited and saved', async () => {
      await phone.setNextPhoto(await picture(900, 600, '#4f7d2a').jpeg().toBuffer())
      await phone.open('/decorate', { shop: shopId })
      await phone.see(words.tools.template)
      // the shop already has its only head from the template
      for (const kind of sectionKinds.filter((one) => one !== 'shop-head')) {
        await phone.tap(words.tools.add)
        await phone.see(sectionSettingWords[kind].hint)
        await phone.tap(sectionSettingWords[kind].title)
        await phone.see(words.remove)
        if ('title' in sectionSchemas[kind].defaults) await phone.type('标题', titleOf(kind))
        if (kind === 'photo-wall') {
          await phone.tap(words.field.album)
          if (on === 'weapp') await phone.tap(consentWords.agree)
        }
        await phone.tap(words.done)
        await phone.seeNo(words.remove)
      }
      await phone.see(words.saving.saved)
      const last = await waitForLast((find) => photosOf(find('photo-wall')).length === 1)
      expect(sectionKinds.filter((kind) => !last(kind))).toEqual([])
      expect(last('shelf')?.settings.title).toBe(titleOf('shelf'))
    })

    for (const kind of sectionKinds)
      test(`is rendered in the published shop (${kind})`, async () => {
        const draft = await draftOf()
        const photos = photosOf(lastIn(draft)('photo-wall'))
        // photos of a sample are not on the server
        const hasPhotos = 'photos' in sectionSamples[kind].settings
        const settings = { ...settingsOf(kind), ...(hasPhotos ? { photos } : {}) }
        const wall = { id: 'wall', kind: 'photo-wall', settings: { ...settingsOf('photo-wall'), photos } }
        const others = kind === 'photo-wall' ? [] : [wall]
        const { version } = await phone.request<Look>('PUT', `/api/shops/${shopId}/look-draft`, {
          ...draft,
          sections: [{ id: 'tried', kind, settings }, ...others],
        })
        await phone.request('POST', `/api/shops/${shopId}/look/publish`, {
          id: newId(),
          draftVersion: version,
        })
        await visitShop(phone, slug)
        const { shop, products } = await phone.request<Storefront>('GET', `/api/storefronts/${slug}`)
        await phone.see(sectionSamples[kind].shows?.(shop, products) ?? titleOf(kind))
        if (process.env.KZ_PICTURES) await phone.screenshot(`${process.env.KZ_PICTURES}/${on}-${kind}.png`)
      })
  })
