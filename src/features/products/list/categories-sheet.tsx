import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Id } from '@/domain/id'
import { productTexts } from '@/domain/product/product-texts'
import { categoriesWords as words } from '@/locales/product/many-products'
import { aria, pressable } from '@/platform/a11y/aria'
import { focusElement } from '@/platform/a11y/focus'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Icon } from '@/ui/icon/icon'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Sheet } from '@/ui/sheet/sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { type Category, useCategories } from './use-categories'
import './categories-sheet.scss'

interface CategoriesSheetProps {
  shopId: Id
  /** Called when products got another category. */
  onRenamed(renamed: { from: string; to: string }): void
  onClose(): void
}

/** Renames and orders the categories of a shop. */
export function CategoriesSheet({ shopId, onRenamed, onClose }: CategoriesSheetProps) {
  const categories = useCategories(shopId, onRenamed)
  const [renaming, setRenaming] = useState<string>()
  const [message, setMessage] = useState<string>(words.text)
  const { data, failure, reload } = categories.read
  const list = data?.categories
  if (renaming !== undefined)
    return (
      <RenameSheet
        name={renaming}
        others={list?.map(({ name }) => name).filter((name) => name !== renaming) ?? []}
        busy={categories.busy}
        error={categories.error}
        onSave={async (to) => {
          if (!(await categories.rename(renaming, to))) return
          setMessage(words.renamed(to))
          setRenaming(undefined)
        }}
        onClose={() => setRenaming(undefined)}
      />
    )
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="categories-sheet">
        <Text className="categories-sheet__text" {...aria({ role: 'status' })}>
          {list?.length === 0 ? words.empty : message}
        </Text>
        {categories.error && (
          <Text className="categories-sheet__why" {...aria({ role: 'alert' })}>
            {categories.error}
          </Text>
        )}
        {!list &&
          (failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />)}
        {list && (
          <CategoryRows
            list={list}
            isBusy={categories.busy}
            onRename={setRenaming}
            onPlace={async (name, after, place) => {
              if (await categories.place(name, after)) setMessage(words.now(name, place))
            }}
          />
        )}
      </View>
    </Sheet>
  )
}

interface CategoryRowsProps {
  list: readonly Category[]
  isBusy: boolean
  onRename(name: string): void
  /** Puts a category behind another one, or to the top; `place` counts from 1. */
  onPlace(name: string, after: string | undefined, place: number): void
}

const buttonId = (name: string, by: -1 | 1): string => `category-${by}-${name}`

function CategoryRows({ list, isBusy, onRename, onPlace }: CategoryRowsProps) {
  const [last, setLast] = useState<{ name: string; by: -1 | 1 }>()
  // the browser takes the focus from an element that is moved in the document
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list has the new order after the reply only
  useEffect(() => {
    if (last) focusElement(buttonId(last.name, last.by))
  }, [last, list])
  const move = (at: number, by: -1 | 1) => {
    const name = list[at]?.name ?? ''
    setLast({ name, by })
    const others = list.filter((one) => one.name !== name)
    onPlace(name, others[at + by - 1]?.name, at + by + 1)
  }
  return (
    <View>
      {list.map(({ name, products }, at) => {
        const arrow = (by: -1 | 1, isOff: boolean) => ({
          id: buttonId(name, by),
          className: `categories-sheet__move ${isOff ? 'categories-sheet__move--off' : ''}`,
          ...pressable(by < 0 ? words.up(name) : words.down(name), () => isBusy || move(at, by), {
            disabled: isOff,
          }),
        })
        return (
          <View key={name} className="categories-sheet__row">
            <Text className="categories-sheet__name">{words.row(name, products)}</Text>
            <View className="categories-sheet__moves">
              <Button kind="line" size="small" label={words.renameLabel(name)} onPress={() => onRename(name)}>
                {words.rename}
              </Button>
              <View {...arrow(-1, at === 0)}>
                <Icon name="up" size={24} />
              </View>
              <View {...arrow(1, at === list.length - 1)}>
                <Icon name="down" size={24} />
              </View>
            </View>
          </View>
        )
      })}
    </View>
  )
}

interface RenameSheetProps {
  name: string
  /** The other categories; a name of theirs joins the two, which is confirmed by another button. */
  others: readonly string[]
  busy: boolean
  error: string | undefined
  onSave(to: string): void
  onClose(): void
}

function RenameSheet({ name, others, busy, error, onSave, onClose }: RenameSheetProps) {
  const [text, setText] = useState(name)
  const [tried, setTried] = useState(false)
  const to = text.trim()
  const joins = others.includes(to)
  const save = () => {
    setTried(true)
    if (to === name) onClose()
    else if (to) onSave(to)
  }
  return (
    <Sheet
      title={words.newName(name)}
      onClose={() => busy || onClose()}
      foot={
        <Button busy={busy && words.saving} onPress={save}>
          {joins ? words.join : words.save}
        </Button>
      }
    >
      <View className="categories-sheet">
        <Field
          label={words.newName(name)}
          value={text}
          maxLength={productTexts.category}
          focus
          error={tried && !to ? words.blank : error}
          hint={joins ? words.joins(to) : undefined}
          onChange={setText}
        />
        <Button kind="line" disabled={busy} onPress={onClose}>
          {words.back}
        </Button>
      </View>
    </Sheet>
  )
}
