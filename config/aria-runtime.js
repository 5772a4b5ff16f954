var shared = require('@tarojs/shared')

shared.mergeInternalComponents(require('./aria-components'))
