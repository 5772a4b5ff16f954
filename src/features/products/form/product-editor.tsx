import { Text, View } from '@tarojs/components'
import { useDraftPhotos } from '@/api/use-draft-photos'
import { MAX_PRODUCT_PHOTOS } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { productFormWords } from '@/locales/product/products'
import { aria } from '@/platform/a11y/aria'
import { useAdvisedPhotos } from '@/platform/media/advised-photos'
import { localPhotos } from '@/platform/media/photos'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { PhotoAdviceSheet } from '@/ui/photo-advice/photo-advice-sheet'
import { PhotoFields } from '@/ui/photo-fields/photo-fields'
import { PriceDoubtSheet } from '@/ui/price-doubt/price-doubt-sheet'
import { ProductConflict } from './product-conflict'
import { rebaseDraft } from './product-draft'
import { ProductForm } from './product-form'
import { type ProductBeside, type ProductExits, ProductFrame, productExits } from './product-frame'
import { RemoveProduct } from './remove-product'
import { usePriceConfirmation } from './use-price-confirmation'
import { useProductDraft } from './use-product-draft'
import { useSaveProduct } from './use-save-product'

interface ProductEditorProps {
  shop: Shop
  /** The saved product; absent for a new one. */
  product?: Product | undefined
  /** The product that a new one starts as a copy of. */
  like?: Product | undefined
  /** Continues with the version that another device saved. */
  onTheirs(product: Product): void
  /** The list beside which the form is. */
  beside: ProductBeside | undefined
}

type ProductEditing = Omit<ProductEditorProps, 'beside'>

/** The draft with its photos, and saving it; `finish` discards the draft and leaves. */
function useProductEditing({ shop, product, like, onTheirs }: ProductEditing, exits: ProductExits) {
  const { draft, resumed, edit, discard } = useProductDraft(shop.id, shop.trade, { product, like })
  const photos = useDraftPhotos(
    draft.photos,
    MAX_PRODUCT_PHOTOS,
    (change) =>
      edit((now) => {
        const next = change(now.photos)
        return next === now.photos ? now : { ...now, photos: next }
      }),
    useAdvisedPhotos,
  )
  const finish = () => {
    for (const { id } of draft.photos) void localPhotos.drop(id)
    discard()
    exits.finish()
  }
  const saving = useSaveProduct({
    draft,
    shopId: shop.id,
    sendPhotos: photos.sendAll,
    resendPhotos: photos.resend,
    onSaved: finish,
  })
  const keepMine = (current: Product) => {
    const mine = rebaseDraft(draft, current)
    edit(() => mine)
    void saving.save(mine)
  }
  const takeTheirs = (theirs: Product) => {
    discard()
    saving.postpone()
    onTheirs(theirs)
  }
  return { draft, resumed, edit, discard, photos, saving, finish, keepMine, takeTheirs }
}

/** Adds or edits one product; the draft is persisted until it is saved. */
export function ProductEditor({ beside, ...props }: ProductEditorProps) {
  const { shop, product } = props
  const exits = productExits(shop.id, beside)
  const editing = useProductEditing(props, exits)
  const { draft, photos, saving, edit } = editing
  const priceConfirmation = usePriceConfirmation(shop.trade, draft)
  return (
    <ProductFrame
      title={product ? productFormWords.title : productFormWords.titleNew}
      beside={beside}
      onBack={exits.leave}
      foot={
        <SaveFoot saving={saving} onSave={() => priceConfirmation.check(() => void saving.save(draft))} />
      }
    >
      <View className="product-form__page">
        {editing.resumed && <ResumedNote onStartOver={editing.discard} />}
        <Card>
          <PhotoFields trade={shop.trade} photos={draft.photos} uploads={photos} isOrdered />
        </Card>
        <ProductForm
          shopId={shop.id}
          trade={shop.trade}
          draft={draft}
          isNew={!product}
          tried={saving.tried}
          onChange={(change) => edit((now) => ({ ...now, ...change }))}
        />
        {product && (
          <View className="product-form__more">
            <RemoveProduct shopId={shop.id} productId={product.id} onRemoved={editing.finish} />
          </View>
        )}
      </View>
      <PhotoAdviceSheet picker={photos} />
      <SavingSheets editing={editing} priceConfirmation={priceConfirmation} />
    </ProductFrame>
  )
}

function ResumedNote({ onStartOver }: { onStartOver(): void }) {
  return (
    <View className="product-form__resumed-row">
      <Text className="product-form__resumed">{productFormWords.resumed}</Text>
      <Button kind="line" size="small" onPress={onStartOver}>
        {productFormWords.startOver}
      </Button>
    </View>
  )
}

function SaveFoot({
  saving: { busy, error },
  onSave,
}: {
  saving: ReturnType<typeof useSaveProduct>
  onSave(): void
}) {
  return (
    <View className="product-form__foot">
      {error && (
        <Text className="product-form__error" {...aria({ role: 'alert' })}>
          {error}
        </Text>
      )}
      <Button
        busy={busy && (busy === 'photos' ? productFormWords.savingPhotos : productFormWords.saving)}
        onPress={onSave}
      >
        {productFormWords.save}
      </Button>
    </View>
  )
}

interface SavingSheetsProps {
  editing: ReturnType<typeof useProductEditing>
  priceConfirmation: ReturnType<typeof usePriceConfirmation>
}

/** The questions that saving may raise: whether the price is meant, and whose version stays. */
function SavingSheets({ editing, priceConfirmation }: SavingSheetsProps) {
  const { draft, saving, keepMine, takeTheirs } = editing
  const { theirs } = saving
  return (
    <>
      {priceConfirmation.doubt && (
        <PriceDoubtSheet
          {...priceConfirmation.doubt}
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
          onTheirs={() => takeTheirs(theirs)}
          onMine={() => keepMine(theirs)}
        />
      )}
    </>
  )
}
