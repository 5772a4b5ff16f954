import { Text, View } from '@tarojs/components'
import { pressable } from '@/platform/a11y/aria'
import { Icon, type IconName } from '@/ui/icon/icon'
import './button.scss'

export interface ButtonProps {
  children: string
  onPress(): void
  /** `main`: primary action; `soft` and `line`: secondary; `bad`: destructive. */
  kind?: 'main' | 'soft' | 'line' | 'bad'
  /** `small` is 44 px high and as wide as its text. */
  size?: 'full' | 'small'
  icon?: IconName
  disabled?: boolean
  /** While set, the button is disabled and shows this text. */
  busy?: string | false | undefined
  /** Accessible name, if the text alone is ambiguous. */
  label?: string
}

export function Button(props: ButtonProps) {
  const { children, onPress, kind = 'main', size = 'full', icon, disabled = false, busy = false } = props
  const isOff = disabled || Boolean(busy)
  const classes = ['button', `button--${kind}`, `button--${size}`, isOff ? 'button--off' : ''].join(' ')
  return (
    <View className={classes} {...pressable(props.label ?? (busy || children), onPress, { disabled: isOff })}>
      {icon && <Icon name={icon} size={22} />}
      <Text className="button__words">{busy || children}</Text>
    </View>
  )
}
