import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cropPath, type ShopPhotoName, shopPhotoCrops } from '@/domain/photo'
import type { ManagedShop } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { assetUrl } from '@/platform/media/assets'
import { Button } from '@/ui/button/button'
import { WithConsent } from '@/ui/consent/with-consent'
import { Picture } from '@/ui/picture/picture'
import { ListRow } from '@/ui/row/list-row'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert, Status } from '@/ui/text/alert'
import { useShopPhoto } from './use-shop-photo'
import './shop-photo-row.scss'

const words = settingsWords.photos

type ShopPhoto = ReturnType<typeof useShopPhoto>

interface ShopPhotoRowProps {
  shop: ManagedShop
  name: ShopPhotoName
  onSaved(shop: ManagedShop): void
}

/** A row with the shop's logo or banner; pressing it takes or picks one, or removes it. Changes are saved immediately. */
export function ShopPhotoRow({ shop, name, onSaved }: ShopPhotoRowProps) {
  const [isOpen, setIsOpen] = useState(false)
  const photo = useShopPhoto({ shop, name, onSaved, onPicked: () => setIsOpen(false) })
  const saved = shop[name]
  const title = settingsWords.fields[name]
  const src = photo.unsent ?? (saved && assetUrl(cropPath(saved.hash, shopPhotoCrops[name][0])))
  const isFailed = photo.sending.kind === 'failed'
  return (
    <>
      <ListRow
        title={title}
        value={valueText(photo, saved ? words.hold : words.hints[name])}
        warn={isFailed ? words.failed : undefined}
        picture={
          src && (
            <View className={`shop-photo-row__picture shop-photo-row__picture--${name}`}>
              <Picture src={src} art="plain" alt="" ratio={name === 'logo' ? 1 : 0.5} rounded />
            </View>
          )
        }
        onPress={() => setIsOpen(true)}
      />
      {photo.undo && photo.sending.kind === 'idle' && (
        <View className="shop-photo-row__undo">
          <Status className="shop-photo-row__text">{saved ? words.undo.replaced : words.undo.removed}</Status>
          <Button
            kind="soft"
            size="small"
            busy={photo.busy && settingsWords.saving}
            onPress={() => void photo.undo?.()}
          >
            {words.undo.back}
          </Button>
        </View>
      )}
      {!isOpen && photo.error && (
        <View className="shop-photo-row__undo">
          <Alert className="shop-photo-row__error">{photo.error}</Alert>
        </View>
      )}
      {isOpen && (
        <PhotoSheet
          title={title}
          hint={words.hints[name]}
          photo={photo}
          hasPhoto={saved !== undefined}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}

function valueText({ sending, busy }: ShopPhoto, value: string): string | undefined {
  if (sending.kind === 'sending') return words.sending(Math.round(sending.part * 100))
  if (sending.kind === 'failed') return undefined
  return busy ? settingsWords.saving : value
}

interface PhotoSheetProps {
  title: string
  hint: string
  photo: ShopPhoto
  hasPhoto: boolean
  onClose(): void
}

/** The ways to a photo, and what can be done with the present one. */
function PhotoSheet({ title, hint, photo, hasPhoto, onClose }: PhotoSheetProps) {
  const remove = async () => {
    if (await photo.remove()) onClose()
  }
  const closeThen = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Sheet title={hasPhoto ? `${title}：${words.other}` : title} onClose={onClose}>
      <View className="shop-photo-row__do">
        <Text className="shop-photo-row__text">{hint}</Text>
        {photo.sending.kind === 'failed' && (
          <>
            <Button onPress={closeThen(photo.retry)}>{words.retry}</Button>
            <Button kind="line" onPress={closeThen(photo.drop)}>
              {words.drop}
            </Button>
          </>
        )}
        <WithConsent request={photo.request}>
          {(pick) =>
            (['camera', 'album'] as const).map((from) => (
              <Button key={from} kind="soft" icon={from} onPress={() => pick(from)}>
                {words[from]}
              </Button>
            ))
          }
        </WithConsent>
        {hasPhoto && photo.sending.kind === 'idle' && (
          <Button
            kind="line"
            icon="trash"
            busy={photo.busy && settingsWords.saving}
            onPress={() => void remove()}
          >
            {words.remove}
          </Button>
        )}
        <Alert className="shop-photo-row__error">{photo.error}</Alert>
      </View>
    </Sheet>
  )
}
