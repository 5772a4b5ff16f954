import { Text, View } from '@tarojs/components'
import type { ComponentType } from 'react'
import type { Product } from '@/domain/product'
import type { Shop } from '@/domain/shop'
import { productWords } from '@/locales/products'
import { aria } from '@/platform/a11y/aria'
import { useConsent } from '@/platform/device/use-consent'
import { localPhotos } from '@/platform/media/photos'
import { goBack } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Page } from '@/ui/page/page'
import { PriceDoubtSheet } from '@/ui/price-doubt/price-doubt-sheet'
import { PhotoFields } from './photo-fields'
import { ProductConflict } from './product-conflict'
import { rebaseDraft } from './product-draft'
import { ProductForm } from './product-form'
import { RemoveProduct } from './remove-product'
import { useDraftPhotos } from './use-draft-photos'
import { usePriceConfirmation } from './use-price-confirmation'
import { useProductDraft } from './use-product-draft'
import { useSaveProduct } from './use-save-product'

interface ProductEditorProps {
  shop: Shop
  /** The saved product; absent for a new one. */
  product?: Product | undefined
  /** Continues with the version that another device saved. */
  onTheirs(product: Product): void
  ConsentSheet: ComponentType<{ onAgree(): void; onRefuse(): void }>
}

/** Adds or edits one product; the draft is persisted until it is saved. */
export function ProductEditor({ shop, product, onTheirs, ConsentSheet }: ProductEditorProps) {
  const { draft, resumed, edit, discard } = useProductDraft(shop.id, shop.trade, product)
  const photos = useDraftPhotos(draft.photos, (change) =>
    edit((now) => {
      const next = change(now.photos)
      return next === now.photos ? now : { ...now, photos: next }
    }),
  )
  const consent = useConsent((from) => void photos.pick(from))
  const leavePage = () => goBack(urlOf('merchant', { shop: shop.id, tab: 'goods' }))
  const done = () => {
    for (const { id } of draft.photos) void localPhotos.drop(id)
    discard()
    leavePage()
  }
  const saving = useSaveProduct({
    draft,
    shopId: shop.id,
    sendPhotos: photos.sendAll,
    resendPhotos: photos.resend,
    onSaved: done,
  })
  const priceConfirmation = usePriceConfirmation(shop.trade, draft)
  const { busy, error, theirs } = saving
  const busyWords = busy && (busy === 'photos' ? productWords.savingPhotos : productWords.saving)

  const keepMine = (current: Product) => {
    const mine = rebaseDraft(draft, current)
    edit(() => mine)
    void saving.save(mine)
  }

  return (
    <Page
      title={product ? productWords.title : productWords.titleNew}
      onBack={leavePage}
      foot={
        <View className="product-form__foot">
          {error && (
            <Text className="product-form__fault" {...aria({ role: 'alert' })}>
              {error}
            </Text>
          )}
          <Button busy={busyWords} onPress={() => priceConfirmation.check(() => void saving.save(draft))}>
            {productWords.save}
          </Button>
        </View>
      }
    >
      <View className="product-form__page">
        {resumed && (
          <View className="product-form__resumed-row">
            <Text className="product-form__resumed">{productWords.resumed}</Text>
            <Button kind="line" size="small" onPress={discard}>
              {productWords.startOver}
            </Button>
          </View>
        )}
        <Card>
          <PhotoFields trade={shop.trade} photos={draft.photos} uploads={photos} onPick={consent.pick} />
        </Card>
        <ProductForm
          trade={shop.trade}
          draft={draft}
          isNew={!product}
          tried={saving.tried}
          onChange={(change) => edit((now) => ({ ...now, ...change }))}
        />
        {product && <RemoveProduct shopId={shop.id} productId={product.id} onRemoved={done} />}
      </View>
      {consent.asking && <ConsentSheet onAgree={consent.asking.agree} onRefuse={consent.asking.refuse} />}
      {priceConfirmation.price !== undefined && (
        <PriceDoubtSheet
          price={priceConfirmation.price}
          unit={draft.unit}
          onSure={priceConfirmation.confirm}
          onClose={priceConfirmation.close}
        />
      )}
      {theirs && (
        <ProductConflict
          draft={draft}
          theirs={theirs}
          onClose={saving.postpone}
          onTheirs={() => {
            discard()
            saving.postpone()
            onTheirs(theirs)
          }}
          onMine={() => keepMine(theirs)}
        />
      )}
    </Page>
  )
}
