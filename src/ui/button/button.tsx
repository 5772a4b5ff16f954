import { Text, View } from '@tarojs/components'
import { pressable } from '@/platform/a11y/pressable'
import { Icon, type IconName } from '@/ui/icon/icon'
import './button.scss'

export interface ButtonProps {
  children: string
  onPress(): void
  /** `main` is the one thing to do here; `soft` and `line` stand beside it; `bad` cannot be undone. */
  kind?: 'main' | 'soft' | 'line' | 'bad'
  /** `small` is 44 px high and as wide as its words. */
  size?: 'full' | 'small'
  icon?: IconName
  disabled?: boolean
  /** Work is under way: taps do nothing and the label says so. */
  busy?: string | false | undefined
  /** What a screen reader says when the words alone do not tell which. */
  label?: string
}

export function Button(props: ButtonProps) {
  const { children, onPress, kind = 'main', size = 'full', icon, disabled = false, busy = false } = props
  const off = disabled || Boolean(busy)
  const classes = ['button', `button--${kind}`, `button--${size}`, off ? 'button--off' : ''].join(' ')
  return (
    <View className={classes} {...pressable(props.label ?? (busy || children), onPress, { disabled: off })}>
      {icon && <Icon name={icon} size={22} />}
      <Text className="button__words">{busy || children}</Text>
    </View>
  )
}
