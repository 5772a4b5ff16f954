import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Taro from '@tarojs/taro'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { useDraftPhotos } from '@/api/use-draft-photos'
import type { DraftPhoto } from '@/domain/photo'
import { PhotosField } from '@/features/decorate/fields/photos-field'
import { ColorSheet } from '@/features/decorate/sheets/color-sheet'
import { VoiceField } from '@/features/decorate/voices/voice-field'
import { ClaimForm } from '@/features/orders/claims/claim-form'
import type { OrderView } from '@/features/orders/page/order-view'
import { emptyDraft } from '@/features/payment-guide/apply/application-draft'
import { PaperPhotoField } from '@/features/payment-guide/apply/paper-photo'
import type { ApplicationForm } from '@/features/payment-guide/apply/use-application-form'
import { ShopPhotoRow } from '@/features/settings/photos/shop-photo-row'
import { PhotoBox } from '@/features/wizard/product/photo-box'
import { useDraft } from '@/features/wizard/shop-draft'
import { decorateWords } from '@/locales/look/decorate'
import { applyWords } from '@/locales/payment/payment-application'
import { consentWords, voiceConsentWords } from '@/locales/person/consent'
import { photoFieldsWords } from '@/locales/product/photo-fields'
import { settingsWords } from '@/locales/shop/settings'
import { productQuestionWords } from '@/locales/shop/wizard'
import { localPhotos } from '@/platform/media/photos'
import { PhotoFields } from '@/ui/photo-fields/photo-fields'
import { order, view } from '../features/orders/sample-orders'
import { shop } from '../features/settings/sample-shop'

jest.mock('@/platform/device/use-consent', () =>
  jest.requireActual('../../src/platform/device/use-consent.weapp'),
)
// WeChat's own button, which jsdom does not have
jest.mock('@/ui/wechat-button/wechat-button', () => ({
  WechatButton: ({ children, onAgree }: { children: string; onAgree(): void }) => (
    <button type="button" onClick={onAgree}>
      {children}
    </button>
  ),
}))
jest.mock('@/platform/media/photos', () => {
  const { localPhotos } = jest.requireActual('../support/local-photos') as { localPhotos: unknown }
  return { localPhotos }
})

function DraftPhotos() {
  const [photos, setPhotos] = useState<readonly DraftPhoto[]>([])
  const uploads = useDraftPhotos(photos, 3, (edit) => setPhotos((now) => edit([...now])))
  return <PhotoFields trade="nuts" photos={photos} uploads={uploads} />
}

const orderView = view(order({ state: 'done' })) as OrderView
const noop = () => undefined
const applicationForm: Partial<ApplicationForm> = {
  shopId: 'shop',
  draft: emptyDraft,
  errorOf: noop,
  setPaper: noop,
  giveConsent: noop,
}
const photosField = <PhotosField slot="story" photos={[]} max={3} onChange={noop} />
const draftPhotos = <DraftPhotos />

/** Every file that takes photos or records, the screen that shows its button, what is pressed, and the sheet's title. */
const users: Record<string, { shown: React.JSX.Element; press: (string | RegExp)[]; title: string }> = {
  'features/orders/claims/claim-form.tsx': {
    shown: <ClaimForm view={orderView} onSent={noop} />,
    press: [photoFieldsWords.camera],
    title: consentWords.title,
  },
  'features/products/form/product-editor.tsx': {
    shown: draftPhotos,
    press: [photoFieldsWords.album],
    title: consentWords.title,
  },
  'features/wizard/product/photo-box.tsx': {
    shown: <PhotoBox draft={useDraft.getState().draft} change={noop} />,
    press: [productQuestionWords.shoot, productQuestionWords.camera],
    title: consentWords.title,
  },
  'features/decorate/fields/photos-field.tsx': {
    shown: photosField,
    press: [decorateWords.field.camera],
    title: consentWords.title,
  },
  'features/decorate/sheets/color-sheet.tsx': {
    shown: <ColorSheet chosen="#1a7f4e" onChoose={noop} onClose={noop} />,
    press: [decorateWords.color.camera],
    title: consentWords.title,
  },
  'features/decorate/voices/voice-field.tsx': {
    shown: <VoiceField slot="story" voice={null} onRemove={noop} />,
    press: [decorateWords.voice.start],
    title: voiceConsentWords.title,
  },
  'features/settings/photos/shop-photo-row.tsx': {
    shown: <ShopPhotoRow shop={shop()} name="logo" onSaved={noop} />,
    press: [/店标/, settingsWords.photos.camera],
    title: consentWords.title,
  },
  'features/payment-guide/apply/paper-photo.tsx': {
    shown: <PaperPhotoField form={applicationForm as ApplicationForm} path="/id/front" />,
    press: [/拍/],
    title: applyWords.consent.title,
  },
}

const SRC = path.resolve('src')
/** Hooks that return a consent request, whose buttons need the sheet. */
const HOOKS =
  /\b(usePhotoUpload|useDraftPhotos|usePhotoPicker|useAdvisedPhotos|useVoiceRecorder|usePaperPhoto|useShopPhoto)\(/

/** Components that call one of these hooks. Other files with a call are hooks, and their users are listed. */
const callers = () =>
  (readdirSync(SRC, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.tsx') && HOOKS.test(readFileSync(path.join(SRC, file), 'utf8')))
    .map((file) => file.split(path.sep).join('/'))

beforeEach(() => {
  Object.assign(Taro, {
    getPrivacySetting: ({ success }: { success(reply: { needAuthorization: boolean }): void }) =>
      success({ needAuthorization: true }),
  })
})

describe('a button for photos or recordings in WeChat', () => {
  it('is tested here for every file that has one', () => {
    expect(callers().sort()).toEqual(Object.keys(users).sort())
  })

  it.each(Object.entries(users))('asks for consent in %s', async (_file, { shown, press, title }) => {
    const pick = jest.spyOn(localPhotos, 'pick')
    render(shown)
    await act(async () => undefined)
    for (const name of press) await userEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement)
    expect(screen.getByRole('dialog', { name: title })).toBeInTheDocument()
    expect(pick).not.toHaveBeenCalled()
  })
})
