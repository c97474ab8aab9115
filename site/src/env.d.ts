// What do our middleware and components hand each other?
declare namespace App {
  interface Locals {
    /** The lab of this page, when its lesson names one. */
    lab?: import('./build/labs.ts').Lab;
    /** Words explained on this page so far. */
    terms?: number;
    /** The lesson's own text, before our tags are given to it. */
    lessonText?: import('@astrojs/starlight/route-data').StarlightRouteData['Content'];
  }
}
