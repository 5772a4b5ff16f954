import { performOpenType } from '../open-type'
import type { BuiltinKind } from './define'
import { type Builtin, findEnclosing, isOn } from './registry'

const reflect = (self: Builtin, attribute: string) => (value: unknown) =>
  isOn(value)
    ? self.element.setAttribute(attribute, value === true ? '' : String(value))
    : self.element.removeAttribute(attribute)

export const button: BuiltinKind = {
  name: 'button',
  properties: `size type plain disabled loading formType openType lang sessionFrom sendMessageTitle sendMessagePath
    sendMessageImg appParameter showMessageCard businessId phoneNumberNoQuotaToast needShowEntrance entrancePath
    groupId guildId publicId openId`,
  mount: (self, host) => ({
    watch: {
      disabled: reflect(self, 'disabled'),
      type: reflect(self, 'type'),
      size: reflect(self, 'size'),
    },
    tap: () => {
      if (!self.is('formType') && !self.is('openType')) return false
      const form = findEnclosing(self, 'form')
      if (self.text('formType') === 'submit') form?.behavior.submit?.(self.element.id)
      if (self.text('formType') === 'reset') form?.behavior.reset?.()
      if (self.is('openType')) performOpenType(host, self)
      return true
    },
  }),
}
