import { Text, View } from '@tarojs/components'
import type { Product } from '@/domain/product/product'
import type { ProductText } from '@/domain/product/product-texts'
import { productFormWords } from '@/locales/product/products'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { ConflictSide } from '@/ui/side/side'
import { draftFromProduct, type ProductDraft } from './product-draft'

const words = productFormWords.conflict
const textNames = Object.keys(productFormWords.texts) as ProductText[]

function rowsOf(draft: ProductDraft): string[] {
  const price = (yuan: string, label: string) => words.price(label, yuan, draft.unit)
  return [
    words.rows.name(draft.name),
    words.rows.prices(draft.skus.map((sku) => price(sku.price, sku.label)).join('、')),
    words.rows.photos(draft.photos.length),
    ...textNames.map((name) => words.rows.text(productFormWords.texts[name].row, draft[name])),
    words.rows.onSale(draft.onSale),
  ]
}

const onlyOf = (rows: string[], other: string[]) => rows.filter((row) => !other.includes(row))

interface ProductConflictProps {
  draft: ProductDraft
  theirs: Product
  onTheirs(): void
  onMine(): void
  onClose(): void
}

/** A version conflict of a product: shows where the two versions differ and lets the seller choose one. */
export function ProductConflict({ draft, theirs, onTheirs, onMine, onClose }: ProductConflictProps) {
  const [mineRows, theirRows] = [rowsOf(draft), rowsOf(draftFromProduct(theirs))]
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="product-conflict">
        <Text>{words.text}</Text>
        <ConflictSide title={words.theirs} rows={onlyOf(theirRows, mineRows)} />
        <ConflictSide title={words.mine} rows={onlyOf(mineRows, theirRows)} />
        <Button onPress={onMine}>{words.keepMine}</Button>
        <Button kind="line" onPress={onTheirs}>
          {words.takeTheirs}
        </Button>
      </View>
    </Sheet>
  )
}
