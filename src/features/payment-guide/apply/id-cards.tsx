import { View } from '@tarojs/components'
import { applyWords as words } from '@/locales/payment/payment-application'
import { aria } from '@/platform/a11y/aria'
import { Choice } from '@/ui/choice/choice'
import { parseDate, type TextPath } from './application-draft'
import { ApplyCard, FieldError, TextField } from './apply-card'
import { PaperPhotoField } from './paper-photo'
import { type ApplicationForm, fieldId } from './use-application-form'

/** The seller's identity card: photos of both sides, and what is written on them. */
export function IdCards({ form }: { form: ApplicationForm }) {
  const isForever = form.draft.isForever ?? false
  return (
    <>
      <ApplyCard title={words.id}>
        <PaperPhotoField form={form} path="/id/front" />
        <PaperPhotoField form={form} path="/id/back" />
      </ApplyCard>
      <ApplyCard title={words.idWritten}>
        <TextField form={form} path="/id/name" />
        <TextField form={form} path="/id/number" hint={words.idNumberHint} />
        <DateField form={form} path="/id/from" />
        {!isForever && <DateField form={form} path="/id/until" />}
        <ForeverField form={form} />
        {form.subject === 'company' && <TextField form={form} path="/id/address" maxLength={60} />}
      </ApplyCard>
    </>
  )
}

/** The checkbox of a card without an end, which stands for the date while it is ticked. */
function ForeverField({ form }: { form: ApplicationForm }) {
  const isForever = form.draft.isForever ?? false
  const choice = (
    <Choice
      role="checkbox"
      words={words.forever}
      chosen={isForever}
      onPress={() => form.choose('/id/until', { isForever: !isForever })}
    />
  )
  if (!isForever) return choice
  return (
    <View
      id={fieldId('/id/until')}
      className="apply__group"
      {...{ tabIndex: -1 }}
      {...aria({ role: 'group', label: words.fields['/id/until'] })}
    >
      {choice}
      <FieldError>{form.errorOf('/id/until')}</FieldError>
    </View>
  )
}

/** A date in eight digits, which is read back below. */
function DateField({ form, path }: { form: ApplicationForm; path: TextPath }) {
  const day = parseDate(form.text(path).value)
  const [year = '', month, date] = day?.split('-') ?? []
  const hint = day ? words.day(year, Number(month), Number(date)) : words.dateHint
  return <TextField form={form} path={path} kind="phone" hint={hint} maxLength={12} />
}

/** The licence of a sole trader or a company. */
export function LicenceCard({ form }: { form: ApplicationForm }) {
  return (
    <ApplyCard title={words.licence}>
      <PaperPhotoField form={form} path="/licence/photo" />
      <TextField form={form} path="/licence/number" hint={words.licenceNumberHint} />
      <TextField form={form} path="/licence/name" maxLength={110} />
    </ApplyCard>
  )
}
