// Which colours does the terminal have? Those of the page's theme.
import type { ITheme } from '@xterm/xterm';

const DARK: ITheme = {
  background: '#10161d',
  foreground: '#e6e9ec',
  cursor: '#f2b950',
  cursorAccent: '#10161d',
  selectionBackground: '#2f4a68',
  black: '#2a333d',
  red: '#ff8a80',
  green: '#8fd694',
  yellow: '#f2c572',
  blue: '#84b6f4',
  magenta: '#d6a6ec',
  cyan: '#79d3d6',
  white: '#d5dade',
  brightBlack: '#8793a0',
  brightRed: '#ffada6',
  brightGreen: '#b4e6b7',
  brightYellow: '#ffdc9c',
  brightBlue: '#aecffa',
  brightMagenta: '#e6c6f5',
  brightCyan: '#a8e6e8',
  brightWhite: '#ffffff',
};

const LIGHT: ITheme = {
  background: '#fbfaf7',
  foreground: '#1c2630',
  cursor: '#17324d',
  cursorAccent: '#fbfaf7',
  selectionBackground: '#c9dcf0',
  black: '#1c2630',
  red: '#b3261e',
  green: '#1d6b34',
  yellow: '#7a5200',
  blue: '#1c4f8f',
  magenta: '#7b2d8e',
  cyan: '#0f6469',
  white: '#5d6872',
  brightBlack: '#5d6872',
  brightRed: '#c33a31',
  brightGreen: '#2a7d43',
  brightYellow: '#8a6100',
  brightBlue: '#2d66ad',
  brightMagenta: '#9140a5',
  brightCyan: '#1c777c',
  brightWhite: '#1c2630',
};

/** Colours of the theme that the page shows now. */
export const currentTheme = (): ITheme => (document.documentElement.dataset.theme === 'light' ? LIGHT : DARK);
