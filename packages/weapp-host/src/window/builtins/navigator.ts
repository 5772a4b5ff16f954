import type { BuiltinKind } from './define'

export const navigator: BuiltinKind = {
  name: 'navigator',
  properties: 'target url openType delta appId path extraData version',
  mount: (self, host) => ({
    tap: () => {
      const url = self.text('url')
      const go = {
        navigate: () => host.router.navigateTo({ url }),
        redirect: () => host.router.redirectTo({ url }),
        switchTab: () => host.router.switchTab({ url }),
        reLaunch: () => host.router.reLaunch({ url }),
        navigateBack: () => host.router.navigateBack({ delta: self.number('delta', 1) }),
      }[self.text('openType') || 'navigate']
      go?.().catch(host.fail)
    },
  }),
}
