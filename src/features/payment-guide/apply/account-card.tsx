import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { accountKindsOf, banks, isDoubtfulCardNumber, OTHER_BANK } from '@/domain/payment/payment-application'
import { applyWords as words } from '@/locales/payment/payment-application'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Sheet } from '@/ui/sheet/sheet'
import { Status } from '@/ui/text/alert'
import { accountKindOf } from './application-draft'
import { ApplyCard, FieldError, TextField } from './apply-card'
import { type ApplicationForm, fieldId } from './use-application-form'

/** The account that the seller is paid to. */
export function AccountCard({ form }: { form: ApplicationForm }) {
  const { draft, subject } = form
  const kinds = accountKindsOf(subject)
  const kind = accountKindOf(draft, subject)
  const number = form.request.account.number
  const kindId = fieldId('/account/kind')
  const kindError = form.errorOf('/account/kind')
  return (
    <ApplyCard title={words.account} titleId={kinds.length > 1 ? undefined : kindId}>
      {kinds.length > 1 && (
        <View
          id={kindId}
          className="apply__group"
          {...{ tabIndex: -1 }}
          {...aria({ role: 'radiogroup', label: words.fields['/account/kind'] })}
        >
          {kinds.map((each) => (
            <Choice
              key={each}
              words={words.kinds[each]}
              chosen={each === kind}
              onPress={() => form.choose('/account/kind', { kind: each })}
            />
          ))}
        </View>
      )}
      <FieldError>{kindError}</FieldError>
      <BankField form={form} />
      {draft.bank === OTHER_BANK && (
        <TextField form={form} path="/account/bankName" hint={words.bankNameHint} maxLength={128} />
      )}
      <TextField
        form={form}
        path="/account/number"
        kind="phone"
        hint={number ? number.replace(/(.{4})(?=.)/g, '$1 ') : words.accountHint[kind]}
      />
      <Status className="apply__warning">{isDoubtfulCardNumber(kind, number) && words.accountDoubt}</Status>
    </ApplyCard>
  )
}

/** The chosen bank, and a button that opens the list. */
function BankField({ form }: { form: ApplicationForm }) {
  const [isOpen, setOpen] = useState(false)
  const { bank } = form.draft
  const error = form.errorOf('/account/bank')
  const label = words.fields['/account/bank']
  return (
    <View
      id={fieldId('/account/bank')}
      className="apply__group"
      {...{ tabIndex: -1 }}
      {...aria({ role: 'group', label })}
    >
      <Text className="apply__label">{label}</Text>
      {bank && <Text className="apply__chosen">{bank}</Text>}
      <Button kind={bank ? 'line' : 'soft'} onPress={() => setOpen(true)}>
        {bank ? words.bank.change : words.bank.choose}
      </Button>
      <FieldError>{error}</FieldError>
      {isOpen && (
        <Sheet title={words.bank.title} onClose={() => setOpen(false)}>
          <View {...aria({ role: 'radiogroup', label: words.bank.title })}>
            {banks.map((each) => (
              <Choice
                key={each}
                words={each}
                chosen={each === bank}
                onPress={() => {
                  setOpen(false)
                  form.choose('/account/bank', { bank: each })
                }}
              />
            ))}
          </View>
        </Sheet>
      )}
    </View>
  )
}
