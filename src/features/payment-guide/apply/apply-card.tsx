import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Field, type FieldProps } from '@/ui/field/field'
import { Alert } from '@/ui/text/alert'
import type { TextPath } from './application-draft'
import { type ApplicationForm, fieldId } from './use-application-form'
import './apply.scss'

/** A few fields of the form under a heading. */
export function ApplyCard({
  title,
  titleId,
  children,
}: PropsWithChildren<{ title: string; titleId?: string | undefined }>) {
  return (
    <Card>
      <View className="apply__card">
        <Text className="apply__title" {...heading(2)} {...(titleId ? { id: titleId } : {})}>
          {title}
        </Text>
        {children}
      </View>
    </Card>
  )
}

/** The error message of a field that is not a text field. */
export const FieldError = ({ children }: { children: string | undefined }) => (
  <Alert className="apply__error">{children}</Alert>
)

interface TextFieldProps extends Pick<FieldProps, 'kind' | 'hint' | 'maxLength'> {
  form: ApplicationForm
  path: TextPath
}

/** A text field of the form. */
export function TextField({ form, path, ...props }: TextFieldProps) {
  return (
    <View id={fieldId(path)}>
      <Field {...form.text(path)} {...props} />
    </View>
  )
}
