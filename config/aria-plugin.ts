import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import components from './aria-components'

interface Platform {
  template: {
    mergeComponents(context: IPluginContext, components: Record<string, Record<string, string>>): void
  }
  runtimePath: string | string[]
}

/**
 * Adds the accessibility attributes to the mini-program's components, and leaves out the scroll view unless a page uses it.
 */
export default function ariaPlugin(context: IPluginContext) {
  context.modifyComponentConfig(({ componentConfig }: { componentConfig: { includes: Set<string> } }) => {
    componentConfig.includes.delete('scroll-view')
  })
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      platform.template.mergeComponents(context, components)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'aria-runtime.js')].flat()
    },
  })
}
