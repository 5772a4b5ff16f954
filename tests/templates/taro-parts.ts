/** The three components that templates are made of, one by one: their index needs a browser's runtime. */
const part = (name: string) =>
  jest.requireActual<{ default: unknown }>(`@tarojs/components-react/dist/components/${name}/index.js`)
    .default

export const View = part('view')
export const Text = part('text')
export const Image = part('image')
