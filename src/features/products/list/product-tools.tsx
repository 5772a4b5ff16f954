import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { manyProductsWords as words } from '@/locales/product/many-products'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { CategoriesSheet } from './categories-sheet'
import './product-tools.scss'

interface ProductToolsProps {
  shopId: Id
  onSelect(): void
  onOrder(): void
  /** Called when products got another category. */
  onRenamed(renamed: { from: string; to: string }): void
}

/** A button to what is done with several products: selecting, ordering and grouping them. */
export function ProductTools({ shopId, onSelect, onOrder, onRenamed }: ProductToolsProps) {
  const [open, setOpen] = useState<'tools' | 'categories'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Button kind="soft" size="small" onPress={() => setOpen('tools')}>
        {words.more}
      </Button>
      {open === 'tools' && (
        <Sheet title={words.tools} onClose={close}>
          <View className="product-tools">
            <Button kind="line" onPress={onSelect}>
              {words.select}
            </Button>
            <Button kind="line" onPress={onOrder}>
              {words.order}
            </Button>
            <Button kind="line" onPress={() => setOpen('categories')}>
              {words.categories}
            </Button>
          </View>
        </Sheet>
      )}
      {open === 'categories' && <CategoriesSheet shopId={shopId} onRenamed={onRenamed} onClose={close} />}
    </>
  )
}
