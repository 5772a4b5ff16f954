/** Loads the three components of the templates one by one, because their index needs a browser runtime. */
const part = (name: string) =>
  jest.requireActual<{ default: unknown }>(`@tarojs/components-react/dist/components/${name}/index.js`)
    .default

export const View = part('view')
export const Text = part('text')
export const Image = part('image')
