import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { decorateWords as words } from '@/locales/look/decorate'
import { aria, pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import './framed-section.scss'

interface FramedSectionProps {
  id: string
  title: string
  first: boolean
  last: boolean
  onOpen(): void
  onMove(by: -1 | 1): void
  children: ReactNode
}

/** The element ids of a section's frame and of the title that opens its settings. */
export const frameOf = (sectionId: string): string => `frame-${sectionId}`
export const titleOf = (sectionId: string): string => `change-${sectionId}`

/** A section in the editor: its title, buttons to move it up and down, and the section itself, which opens its settings. */
export function FramedSection({ id, title, first, last, onOpen, onMove, children }: FramedSectionProps) {
  const arrow = (off: boolean) => `framed__arrow ${off ? 'framed__arrow--off' : ''}`
  return (
    <View id={frameOf(id)} className="framed">
      <View className="framed__bar">
        <View id={titleOf(id)} className="framed__title" {...pressable(words.change(title), onOpen)}>
          <Icon name="edit" size={20} />
          <Text>{title}</Text>
        </View>
        <View className={arrow(first)} {...pressable(words.up(title), () => onMove(-1), { disabled: first })}>
          <Icon name="up" size={24} />
        </View>
        <View className={arrow(last)} {...pressable(words.down(title), () => onMove(1), { disabled: last })}>
          <Icon name="down" size={24} />
        </View>
      </View>
      <View className="framed__shop" onClick={onOpen} {...aria({ hidden: true })}>
        {children}
      </View>
      <Text className="framed__bare">{words.bare}</Text>
    </View>
  )
}
