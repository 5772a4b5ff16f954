import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { stepperWords } from '@/locales/stepper'
import { aria, pressable } from '@/platform/a11y/aria'
import { numberKeyboard } from '@/platform/device/typing/text-input'
import { Icon } from '@/ui/icon/icon'
import { Alert } from '@/ui/text/alert'
import './stepper.scss'

export interface StepperProps {
  /** The name of the counted thing, for accessible names. */
  label: string
  value: number
  min?: number
  max: number
  onChange(value: number): void
  /** The event on which a typed number is reported: each input, or blur. */
  commit?: 'input' | 'blur'
}

/** The text being typed; `change` gets its number, limited to the range. */
function useTypedNumber({ value, min = 0, max, onChange, commit = 'input' }: StepperProps) {
  const [typed, setTyped] = useState<string>()
  const [isAboveMax, setAboveMax] = useState(false)
  const change = (text: string) => {
    const next = Math.max(min, Math.min(max, Number.parseInt(text, 10)))
    if (!Number.isNaN(next) && next !== value) onChange(next)
  }
  return {
    text: typed ?? String(value),
    isAboveMax,
    step(by: number) {
      setAboveMax(false)
      onChange(value + by)
    },
    type(text: string) {
      setTyped(text)
      setAboveMax(Number.parseInt(text, 10) > max)
      if (commit === 'input') change(text)
    },
    endTyping() {
      setTyped(undefined)
      change(typed ?? '')
    },
  }
}

/** A number input with − and + buttons; the value stays between `min` and `max`. */
export function Stepper(props: StepperProps) {
  const { label, value, min = 0, max } = props
  const { text, isAboveMax, step, type, endTyping } = useTypedNumber(props)
  const less = pressable(stepperWords.less(label), () => step(-1), { disabled: value <= min })
  const more = pressable(stepperWords.more(label), () => step(1), { disabled: value >= max })
  return (
    <View className="stepper">
      <View className={`stepper__button ${value <= min ? 'stepper__button--off' : ''}`} {...less}>
        <Icon name="minus" size={22} />
      </View>
      <Input
        className="stepper__value"
        {...numberKeyboard}
        maxlength={7}
        value={text}
        onInput={({ detail }) => type(detail.value)}
        onBlur={endTyping}
        {...aria({ label: stepperWords.value(label) })}
      />
      <View
        className={`stepper__button ${value >= max ? 'stepper__button--off' : 'stepper__button--more'}`}
        {...more}
      >
        <Icon name="plus" size={22} />
      </View>
      <Alert className="stepper__most">{isAboveMax && stepperWords.most(max)}</Alert>
    </View>
  )
}
