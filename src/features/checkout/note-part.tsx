import { View } from '@tarojs/components'
import { MAX_NOTE_LENGTH } from '@/domain/order/order'
import { MAX_PASTED_LENGTH } from '@/domain/receiver/receiver-parse'
import { checkoutWords } from '@/locales/order/checkout'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { lengthError } from './receiver/length-error'
import { fieldId } from './receiver/receiver-fields'

interface NotePartProps {
  note: string
  onChange(note: string): void
  focus: boolean
}

/** The buyer's note for the seller. */
export function NotePart({ note, onChange, focus }: NotePartProps) {
  const { note: label, noteShort, notePlaceholder } = checkoutWords
  return (
    <Card>
      <View id={fieldId('note')}>
        <Field
          label={label}
          kind="lines"
          low
          value={note}
          onChange={onChange}
          placeholder={notePlaceholder}
          maxLength={MAX_PASTED_LENGTH}
          error={lengthError(noteShort, note.trim(), MAX_NOTE_LENGTH)}
          focus={focus}
        />
      </View>
    </Card>
  )
}
