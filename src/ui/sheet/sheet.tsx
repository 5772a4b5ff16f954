import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { sheetWords } from '@/locales/sheet'
import { pressable } from '@/platform/a11y/aria'
import { useDialog } from '@/platform/a11y/use-dialog'
import { Icon } from '@/ui/icon/icon'
import { Heading } from '@/ui/text/heading'
import './sheet.scss'

export type SheetProps = PropsWithChildren<{
  title: string
  onClose(): void
  /** Footer, fixed while the content scrolls. */
  foot?: ReactNode
}>

/** A bottom sheet (a centred dialog on wide screens). Mount it to open it. */
export function Sheet({ title, onClose, foot, children }: SheetProps) {
  const dialog = useDialog(title, onClose)
  return (
    <View className="sheet">
      <View className="sheet__shade" onClick={onClose} />
      <View className="sheet__body" {...dialog}>
        <View className="sheet__head">
          <Heading className="sheet__title">{title}</Heading>
          <View className="sheet__close" {...pressable(sheetWords.close, onClose)}>
            <Icon name="close" size={24} />
          </View>
        </View>
        <View className="sheet__content">{children}</View>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
    </View>
  )
}
