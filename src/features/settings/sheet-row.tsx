import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import { ListRow } from '@/ui/row/list-row'
import { Sheet } from '@/ui/sheet/sheet'
import './settings-group.scss'

interface SheetRowProps {
  label: string
  /** The present value. */
  value: string
  /** The reason why the value cannot be saved. */
  warn?: string | undefined
  hint?: string | undefined
  /** The chips of the sheet. */
  children(close: () => void): ReactNode
  below?: ReactNode
  /** The button that closes the sheet, where more than one thing is set. */
  foot?: ((close: () => void) => ReactNode) | undefined
}

/** A row with a setting and its value, which are changed by chips in a sheet. */
export function SheetRow({ label, value, warn, hint, children, below, foot }: SheetRowProps) {
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  return (
    <>
      <ListRow title={label} value={value} warn={warn} onPress={() => setIsOpen(true)} />
      {isOpen && (
        <Sheet title={label} onClose={close} foot={foot?.(close)}>
          <View className="settings-group">
            {hint && <Text className="settings-group__text">{hint}</Text>}
            <View className="settings-group__do" {...aria({ role: 'group', label })}>
              {children(close)}
            </View>
            {below}
          </View>
        </Sheet>
      )}
    </>
  )
}

interface OptionRowProps extends Pick<SheetRowProps, 'label' | 'value' | 'hint'> {
  options: readonly string[]
  describe(option: string): string
  onChange(option: string): void
}

/** A row with one of a few values; a current value that is not among them is offered first. */
export function OptionRow({ label, hint, options, value, describe, onChange }: OptionRowProps) {
  const offered = options.includes(value) ? options : [value, ...options]
  return (
    <SheetRow label={label} value={describe(value)} hint={hint}>
      {(close) =>
        offered.map((option) => (
          <Chip
            key={option}
            on={option === value}
            onPress={() => {
              onChange(option)
              close()
            }}
          >
            {describe(option)}
          </Chip>
        ))
      }
    </SheetRow>
  )
}
