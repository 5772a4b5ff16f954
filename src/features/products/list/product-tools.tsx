import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { manyProductsWords as words } from '@/locales/product/many-products'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { CategoriesSheet } from './categories-sheet'
import './product-tools.scss'

interface ProductToolsProps {
  shopId: Id
  onSelect(): void
  onOrder(): void
  /** Called when products got another category. */
  onRenamed(renamed: { from: string; to: string }): void
}

/** The actions for several products: selecting, ordering and grouping them. */
export function ProductTools({ shopId, onSelect, onOrder, onRenamed }: ProductToolsProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <View className="product-tools" {...aria({ role: 'group', label: words.tools })}>
      <Button kind="line" size="small" onPress={onSelect}>
        {words.select}
      </Button>
      <Button kind="line" size="small" onPress={onOrder}>
        {words.order}
      </Button>
      <Button kind="line" size="small" onPress={() => setIsOpen(true)}>
        {words.categories}
      </Button>
      {isOpen && <CategoriesSheet shopId={shopId} onRenamed={onRenamed} onClose={() => setIsOpen(false)} />}
    </View>
  )
}
