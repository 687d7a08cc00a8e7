#include <curl/curl.h>

// Functions of any number of arguments do not come into Swift: one of each kind of value that Jalon gives.
static inline CURLcode jalon_curl_text(CURL *curl, CURLoption option, const char *value) { return curl_easy_setopt(curl, option, value); }
static inline CURLcode jalon_curl_number(CURL *curl, CURLoption option, long value) { return curl_easy_setopt(curl, option, value); }
static inline CURLcode jalon_curl_list(CURL *curl, CURLoption option, struct curl_slist *value) { return curl_easy_setopt(curl, option, value); }
static inline CURLcode jalon_curl_object(CURL *curl, CURLoption option, void *value) { return curl_easy_setopt(curl, option, value); }
static inline CURLcode jalon_curl_read(CURL *curl, curl_read_callback value) { return curl_easy_setopt(curl, CURLOPT_READFUNCTION, value); }
static inline long jalon_curl_reply(CURL *curl) {
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    return reply;
}
