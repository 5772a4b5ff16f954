import { Text, View } from '@tarojs/components'
import type { ComponentType } from 'react'
import type { Shop } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { productWords } from '@/locales/zh-CN/products'
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
import { rebased } from './product-draft'
import { ProductForm } from './product-form'
import { RemoveProduct } from './remove-product'
import { useDraftPhotos } from './use-draft-photos'
import { usePriceDoubt } from './use-price-doubt'
import { useProductDraft } from './use-product-draft'
import { useSaveProduct } from './use-save-product'

interface ProductEditorProps {
  shop: Shop
  /** As it is saved; a new one has none. */
  product?: Product | undefined
  /** Goes on with the product as somebody else saved it. */
  onTheirs(product: Product): void
  ConsentSheet: ComponentType<{ onAgree(): void; onRefuse(): void }>
}

/** One product to add or to change. What is typed is kept until it is saved. */
export function ProductEditor({ shop, product, onTheirs, ConsentSheet }: ProductEditorProps) {
  const { draft, resumed, edit, forget } = useProductDraft(shop.id, shop.trade, product)
  const photos = useDraftPhotos(draft.photos, (change) =>
    edit((now) => {
      const next = change(now.photos)
      return next === now.photos ? now : { ...now, photos: next }
    }),
  )
  const consent = useConsent((from) => void photos.pick(from))
  const leave = () => goBack(urlOf('merchant', { shop: shop.id, tab: 'goods' }))
  const done = () => {
    for (const { id } of draft.photos) void localPhotos.drop(id)
    forget()
    leave()
  }
  const saving = useSaveProduct({
    draft,
    shopId: shop.id,
    sendPhotos: photos.sendAll,
    sendAgain: photos.sendAgain,
    onSaved: done,
  })
  const doubt = usePriceDoubt(shop.trade, draft)
  const { busy, trouble, theirs } = saving
  const busyWords = busy && (busy === 'photos' ? productWords.savingPhotos : productWords.saving)

  const keepMine = (current: Product) => {
    const mine = rebased(draft, current)
    edit(() => mine)
    void saving.save(mine)
  }

  return (
    <Page
      title={product ? productWords.title : productWords.titleNew}
      onBack={leave}
      foot={
        <View className="product-form__foot">
          {trouble && (
            <Text className="product-form__fault" {...aria({ role: 'alert' })}>
              {trouble}
            </Text>
          )}
          <Button busy={busyWords} onPress={() => doubt.check(() => void saving.save(draft))}>
            {productWords.save}
          </Button>
        </View>
      }
    >
      <View className="product-form__page">
        {resumed && (
          <View className="product-form__resumed-row">
            <Text className="product-form__resumed">{productWords.resumed}</Text>
            <Button kind="line" size="small" onPress={forget}>
              {productWords.startOver}
            </Button>
          </View>
        )}
        <Card>
          <PhotoFields trade={shop.trade} photos={draft.photos} sending={photos} onPick={consent.pick} />
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
      {doubt.price !== undefined && (
        <PriceDoubtSheet price={doubt.price} unit={draft.unit} onSure={doubt.sure} onClose={doubt.close} />
      )}
      {theirs && (
        <ProductConflict
          draft={draft}
          theirs={theirs}
          onClose={saving.decideLater}
          onTheirs={() => {
            forget()
            saving.decideLater()
            onTheirs(theirs)
          }}
          onMine={() => keepMine(theirs)}
        />
      )}
    </Page>
  )
}
