package org.supertransfer.directory;

import java.util.regex.Pattern;

/** How the things of a directory are written, in a file as in a form. */
public final class Spelling {
    public static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    public static final String USERNAME_WANTED = "letters, digits, dot, dash and underscore, at most 64";
    public static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}");
    public static final String NUMBER_WANTED = "a number of 2 to 20 digits is wanted, a leading + allowed";
    public static final Pattern CONTACT = Pattern.compile("sips?:[^\\s<>\"]{1,240}");
    public static final String CONTACT_WANTED = "a SIP address such as sip:1301@10.0.0.7:5060 is wanted";

    private Spelling() {}
}
