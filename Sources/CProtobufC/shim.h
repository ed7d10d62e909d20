#include <protobuf-c/protobuf-c.h>

/* The text that unset string fields point to: an array of unknown length, which Swift cannot import. */
static inline char *protobuf_c_unset_text(void) {
  return (char *)protobuf_c_empty_string;
}
