import { Text, View } from '@tarojs/components'
import { aria } from '@/platform/a11y/aria'
import { pressable } from '@/platform/a11y/pressable'
import { sectionWords } from '@/words/zh/sections'
import type { SectionProps } from '../../section'
import { categoriesOf } from './categories'
import type { CategoryTabsSettings } from './settings'
import './section.scss'

/** The shop's categories, one of them or all chosen; nothing while there are fewer than two. */
export function CategoryTabs({ settings, products, scene }: SectionProps<CategoryTabsSettings>) {
  const categories = categoriesOf(products)
  if (categories.length < 2) return null
  const words = sectionWords.tabs
  const tab = (category: string | null) => {
    const chosen = scene.category === category
    const label = category ?? words.all
    return (
      <View
        key={label}
        className={`category-tabs__tab ${chosen ? 'category-tabs__tab--chosen' : ''}`}
        {...(scene.still
          ? {}
          : pressable(label, () => scene.chooseCategory(category), { role: 'tab', checked: chosen }))}
      >
        <Text>{label}</Text>
      </View>
    )
  }
  return (
    <View
      className={`look__section category-tabs category-tabs--${settings.form}`}
      {...(scene.still ? {} : aria({ role: 'tablist', label: words.label }))}
    >
      {[null, ...categories].map(tab)}
    </View>
  )
}
