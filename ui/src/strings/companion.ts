/** The companion of a phone: the sentences of the language in use. */
export { companion as c } from "./en/companion";
