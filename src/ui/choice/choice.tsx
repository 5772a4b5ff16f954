import { Text, View } from '@tarojs/components'
import { pressable } from '@/platform/a11y/aria'
import { Icon, type IconName } from '@/ui/icon/icon'
import './choice.scss'

export interface ChoiceProps {
  words: string
  note?: string | undefined
  icon?: IconName
  chosen: boolean
  onPress(): void
  /** `radio`: one of several; `checkbox`: any of several. */
  role?: 'radio' | 'checkbox'
  disabled?: boolean
}

/** A selectable row with a radio or checkbox mark. */
export function Choice({
  words,
  note,
  icon,
  chosen,
  onPress,
  role = 'radio',
  disabled = false,
}: ChoiceProps) {
  return (
    <View className="choice" {...pressable(null, onPress, { role, checked: chosen, disabled })}>
      {icon && <Icon name={icon} size={24} />}
      <View className="choice__words">
        <Text className="choice__title">{words}</Text>
        {note && <Text className="choice__note">{note}</Text>}
      </View>
      <ChoiceMark role={role} chosen={chosen} />
    </View>
  )
}

/** The mark of a selectable row. */
export const ChoiceMark = ({ role, chosen }: Required<Pick<ChoiceProps, 'role' | 'chosen'>>) => (
  <View className={`choice__mark choice__mark--${role} ${chosen ? 'choice__mark--on' : ''}`}>
    {chosen && <Icon name="check" size={18} />}
  </View>
)
