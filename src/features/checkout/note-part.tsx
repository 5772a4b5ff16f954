import { View } from '@tarojs/components'
import { NOTE_MOST } from '@/domain/order'
import { LONGEST_PASTED } from '@/domain/receiver-parse'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { partOf } from './receiver-fields'
import { tooLong } from './too-long'

interface NotePartProps {
  note: string
  onChange(note: string): void
  focus: boolean
}

/** What else the buyer wants to say. */
export function NotePart({ note, onChange, focus }: NotePartProps) {
  const { note: label, noteShort, notePlaceholder } = checkoutWords
  return (
    <Card>
      <View id={partOf('note')}>
        <Field
          label={label}
          kind="lines"
          low
          value={note}
          onChange={onChange}
          placeholder={notePlaceholder}
          maxLength={LONGEST_PASTED}
          fault={tooLong(noteShort, note.trim(), NOTE_MOST)}
          focus={focus}
        />
      </View>
    </Card>
  )
}
