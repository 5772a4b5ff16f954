import { Text, View } from '@tarojs/components'
import { categoriesOf } from '@/domain/product/categories'
import { aria, pressable } from '@/platform/a11y/aria'
import type { SectionProps } from '../../section'
import type { CategoryTabsSettings } from './settings'
import { categoryTabsWords } from './words'
import './section.scss'

/** Tabs to choose one category or all; renders nothing while there are fewer than two. */
export function CategoryTabs({
  settings,
  shop,
  products,
  more,
  context,
}: SectionProps<CategoryTabsSettings>) {
  // a shop of which only some products have been read names the categories of all
  const named = more ? (shop.categories ?? []) : []
  const categories = [...new Set([...named, ...categoriesOf(products, shop)])]
  if (categories.length < 2) return null
  const words = categoryTabsWords
  const tab = (category: string | null) => {
    const chosen = context.category === category
    const label = category ?? words.all
    return (
      <View
        key={label}
        className={`category-tabs__tab ${chosen ? 'category-tabs__tab--chosen' : ''}`}
        {...(context.isInert
          ? {}
          : pressable(null, () => context.chooseCategory(category), { role: 'tab', checked: chosen }))}
      >
        <Text>{label}</Text>
      </View>
    )
  }
  return (
    <View
      className={`look__section category-tabs category-tabs--${settings.form} ${context.isInert ? 'category-tabs--still' : ''}`}
      {...(context.isInert ? {} : aria({ role: 'tablist', label: words.label }))}
    >
      {[null, ...categories].map(tab)}
    </View>
  )
}
