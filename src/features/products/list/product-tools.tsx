import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { Id } from '@/domain/id'
import { manyProductsWords as words } from '@/locales/product/many-products'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { CategoriesSheet } from './categories-sheet'
import './product-tools.scss'

export type LowStockSheet = (onClose: () => void) => ReactNode

interface ProductToolsProps {
  shopId: Id
  /** The sheet of the stock from which down the owner is warned, supplied by the page; without it the owner has not shared it. */
  lowStockSheet?: LowStockSheet | undefined
  onSelect(): void
  onOrder(): void
  /** Called when products got another category. */
  onRenamed(renamed: { from: string; to: string }): void
}

/** A button to what is done with several products, selecting, ordering and grouping them, and to what is set for all. */
export function ProductTools({ shopId, lowStockSheet, onSelect, onOrder, onRenamed }: ProductToolsProps) {
  const [open, setOpen] = useState<'tools' | 'categories' | 'low-stock'>()
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
            {lowStockSheet && (
              <Button kind="line" onPress={() => setOpen('low-stock')}>
                {words.lowStock}
              </Button>
            )}
          </View>
        </Sheet>
      )}
      {open === 'low-stock' && lowStockSheet?.(close)}
      {open === 'categories' && <CategoriesSheet shopId={shopId} onRenamed={onRenamed} onClose={close} />}
    </>
  )
}
