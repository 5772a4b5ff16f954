import { Text, View } from '@tarojs/components'
import type { Product } from '@/domain/sku'
import { productWords } from '@/locales/zh-CN/products'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { Side } from '@/ui/side/side'
import { type Draft, draftOf } from './product-draft'

const words = productWords.conflict

function rowsOf(draft: Draft): string[] {
  const price = (yuan: string, label: string) => words.price(label, yuan, draft.unit)
  return [
    words.rows.name(draft.name),
    words.rows.prices(draft.skus.map((sku) => price(sku.price, sku.label)).join('、')),
    words.rows.photos(draft.photos.length),
    words.rows.note(draft.note),
    words.rows.category(draft.category),
    words.rows.onSale(draft.onSale),
  ]
}

const onlyOf = (rows: string[], other: string[]) => rows.filter((row) => !other.includes(row))

interface ProductConflictProps {
  draft: Draft
  theirs: Product
  onTheirs(): void
  onMine(): void
  onClose(): void
}

/** Another phone saved this product meanwhile: where the two differ, and which to go on with. */
export function ProductConflict({ draft, theirs, onTheirs, onMine, onClose }: ProductConflictProps) {
  const [mine, there] = [rowsOf(draft), rowsOf(draftOf(theirs))]
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="product-conflict">
        <Text>{words.text}</Text>
        <Side title={words.theirs} rows={onlyOf(there, mine)} />
        <Side title={words.mine} rows={onlyOf(mine, there)} />
        <Button onPress={onMine}>{words.keepMine}</Button>
        <Button kind="line" onPress={onTheirs}>
          {words.takeTheirs}
        </Button>
      </View>
    </Sheet>
  )
}
